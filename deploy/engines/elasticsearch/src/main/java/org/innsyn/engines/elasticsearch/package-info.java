/** A real Elasticsearch node that needs no installation, for local use and tests only. */
package org.innsyn.engines.elasticsearch;
