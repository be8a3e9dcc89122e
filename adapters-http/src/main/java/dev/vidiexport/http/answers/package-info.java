/**
 * What an answer says: its body, read as it comes, becomes rows, lists and the state of an export.
 * It knows nothing of the call that brought it.
 */
package dev.vidiexport.http.answers;
