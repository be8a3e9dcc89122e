/** What several packages say of files, how they name them, and who may use them. */
package dev.vidiexport.app.files;
