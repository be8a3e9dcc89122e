/** Tests that run the packaged program as its users do: as a child process. */
package dev.vidiexport.app.packaged;
