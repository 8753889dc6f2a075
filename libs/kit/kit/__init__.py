"""Plumbing shared by the services; knows no domain noun."""
