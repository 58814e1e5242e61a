// Helpers for tests of every floor.
