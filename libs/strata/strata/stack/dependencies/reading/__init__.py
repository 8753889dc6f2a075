"""Documents of the usual forms as plain values that know their lines, whatever their writers intended."""
