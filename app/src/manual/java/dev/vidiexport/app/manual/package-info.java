/**
 * The manual: pages for man, and completions for shells. The build makes them of the commands
 * themselves; nothing of this package is shipped.
 */
package dev.vidiexport.app.manual;
