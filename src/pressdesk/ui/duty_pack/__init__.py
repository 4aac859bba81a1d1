"""The duty pack in the window: opened by its passphrase, made, and merged back."""
