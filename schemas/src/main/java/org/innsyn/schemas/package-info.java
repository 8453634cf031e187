/** The published language: what the services, the pages and everybody outside say to each other. */
@org.jspecify.annotations.NullMarked
package org.innsyn.schemas;
