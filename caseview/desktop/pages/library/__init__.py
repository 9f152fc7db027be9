"""The Library: reviews narrowed and sorted, guesses to confirm, and how reviews were screened."""
