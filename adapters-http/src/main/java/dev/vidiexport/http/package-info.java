/** VidiCenter over HTTP: the adapter of the ports that ask the service. */
package dev.vidiexport.http;
