/** What a help looks like: what its options are about, and in which order they come. */
package dev.vidiexport.app.cli.help;
