/** The answers that are measured with, made up once and kept in files. */
package dev.vidiexport.app.bench.body;
