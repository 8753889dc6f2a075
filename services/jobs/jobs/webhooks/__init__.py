"""Outgoing webhooks: who is told what, what was sent, and sending it until it arrives."""
