"""Files of named strings that programs show: resources of Android, Apple, Java, and JSON."""
