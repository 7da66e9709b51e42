"""Documents laid over documents: what is shipped, a vertical's, a business's own."""
