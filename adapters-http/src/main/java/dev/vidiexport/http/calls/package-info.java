/**
 * One call: the room that it takes of the service's limits, what lets it pass to the wire once,
 * what its status says, and what it means when it fails. It knows no address and no credentials.
 */
package dev.vidiexport.http.calls;
