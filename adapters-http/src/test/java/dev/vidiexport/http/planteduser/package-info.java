/** A breach of the client's rules. */
package dev.vidiexport.http.planteduser;
