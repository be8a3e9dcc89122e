/** Which of several exports asks VidiCenter next, and for what. */
package dev.vidiexport.domain.scheduling;
