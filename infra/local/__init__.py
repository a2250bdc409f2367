"""The same stack on one machine: emulator, deploy, the gateway with plain addresses, and the demo."""
