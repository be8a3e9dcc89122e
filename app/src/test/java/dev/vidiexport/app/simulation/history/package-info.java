/**
 * Runs whole syncs of a history, one after the other, against a VidiCenter, a disk, a ledger and a
 * clock that are simulated, as one seed says. Nothing of it waits.
 */
package dev.vidiexport.app.simulation.history;
