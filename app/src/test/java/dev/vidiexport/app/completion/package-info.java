/** Completion, in the shells themselves: what pressing TAB offers. */
package dev.vidiexport.app.completion;
