/**
 * Whole histories, and what they must hold: the very rows that a sandbox has, and a ledger that
 * says what is true of its files.
 */
package dev.vidiexport.app.backfill;
