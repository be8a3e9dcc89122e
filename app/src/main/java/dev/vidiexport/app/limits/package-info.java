/**
 * The service's limits among all runs of one user on one machine: a file that they lock, and what
 * holds when there is none.
 */
package dev.vidiexport.app.limits;
