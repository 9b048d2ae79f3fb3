"""The web surface: the API under `/api`, who may reach it, and the built workspace; it calls the workbench and renders."""
