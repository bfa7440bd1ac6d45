"""The desk: forms and a preview in a browser on this computer, for people who write no YAML."""
