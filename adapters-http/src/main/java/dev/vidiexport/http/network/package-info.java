/**
 * What the user says of the network: proxies and certificates, by Java's properties and by
 * variables. It knows nothing of calls and answers.
 */
package dev.vidiexport.http.network;
