/** What decides in which builds a test runs. */
package dev.vidiexport.app.tags;
