/** The use cases that make a report: of a history, and of files that a user has. */
package dev.vidiexport.domain.reporting;
