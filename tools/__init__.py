"""What a flow may call: one room a capability, one folder a tool."""
