/** Columns that are added to an export or a history, in the program as users have it. */
package dev.vidiexport.app.additions;
