/**
 * A local VidiCenter that speaks the documented protocol and makes its data up. It knows the JDK
 * alone, and nothing of the client, so that a mistake of one does not hide in the other.
 */
package dev.vidiexport.http.sandbox;
