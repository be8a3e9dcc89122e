/**
 * What a sandbox serves, all of it made up from a seed: the people who pass the cameras, the
 * documented types and keys, and the rows of an export. It knows neither HTTP nor the sandbox;
 * {@link dev.vidiexport.http.sandbox.data.SandboxData} is the way in.
 */
package dev.vidiexport.http.sandbox.data;
