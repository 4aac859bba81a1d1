"""The first start: start our office, or look round a sample office."""
