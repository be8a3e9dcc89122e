/** What several packages say of files, and how they name them. */
package dev.vidiexport.app.files;
