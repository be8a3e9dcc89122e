/** What a user can do about a failure. */
package dev.vidiexport.app.advice;
