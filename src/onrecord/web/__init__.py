"""The workbench in the browser. One folder per thing: its views, addresses, forms and templates together."""
