package org.innsyn.dsr.desk;

import java.util.Set;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.RequestId;

/** What somebody wrote down to be corrected. */
public interface WrittenCorrections {

    /** The items of a request of which a field is to say something else. */
    Set<ItemKey> items(RequestId request);
}
