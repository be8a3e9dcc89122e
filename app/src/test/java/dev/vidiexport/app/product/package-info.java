/** Every type of data in every format, from a sandbox over a real socket, and what came out. */
package dev.vidiexport.app.product;
