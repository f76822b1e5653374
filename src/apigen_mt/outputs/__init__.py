"""What people look at: drawings and reports of what the other floors have made. Nothing reads them back."""
