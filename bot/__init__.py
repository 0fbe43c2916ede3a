"""The process: settings, transports, scheduler, delivery, command line, local Slack workspace."""
