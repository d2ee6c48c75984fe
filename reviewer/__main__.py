"""The front door: reads the command line, joins the parts, opens the window or runs headless."""
