"""Every sentence about the model that a user reads: refusals, reasons, labels."""
