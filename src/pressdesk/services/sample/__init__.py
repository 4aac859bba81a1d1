"""The sample office: this project's own writing, made afresh so that it ends today."""
