"""The same stack on one machine: set-up, emulator, deploy, the gateway with plain addresses, and the demo."""
