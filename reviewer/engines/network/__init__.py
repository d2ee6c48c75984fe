"""What knows the libraries that speak to the network; loaded only when something is asked."""
