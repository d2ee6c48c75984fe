"""What knows the libraries that speak to the network; loaded only when something is asked."""

ENGINE = ()
"""No engine is declared in here, and nothing in here is loaded to look for one."""
