/** The one class that has to stand in Elasticsearch's own package to build a node without an installation. */
package org.elasticsearch.node;
