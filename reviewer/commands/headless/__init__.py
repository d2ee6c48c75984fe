"""What can be done without a window: one file a subcommand of the command line."""
