/** Answers that end too early, anywhere: what becomes of the output. */
package dev.vidiexport.app.cut;
