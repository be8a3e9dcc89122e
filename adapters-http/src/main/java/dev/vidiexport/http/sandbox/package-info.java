/**
 * A local VidiCenter that speaks the documented protocol and makes its data up. It knows the JDK
 * alone, and nothing of the client, so that a mistake of one does not hide in the other.
 *
 * <p>This package is the service: it speaks HTTP, lets callers in, keeps the limits and misbehaves
 * on purpose. What it serves is made in {@link dev.vidiexport.http.sandbox.data}, for {@link
 * dev.vidiexport.http.sandbox.cameras}.
 */
package dev.vidiexport.http.sandbox;
