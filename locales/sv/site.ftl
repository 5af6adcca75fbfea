### Orden på webbplatsen.
