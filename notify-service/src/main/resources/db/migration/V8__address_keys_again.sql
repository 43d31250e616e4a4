-- These parameters were left out of the keys, and count now; the service fills in what is missing.
update item set address_keys = null where snapshot ~* '[?&](cid|source|src|share|si|feature|campaign)\M';
