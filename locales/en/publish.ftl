# Publishing: why a site was not published, or what was not tidied up afterwards.
# $out is the folder of --out, $path a file or folder, $cause what the system said.

publish-disk-full = The disk is full. Cannot { $action ->
        [copy] copy to
       *[other] { $action }
    } { $path }. Free some space and build again. The published site is whole. ({ $cause })
publish-denied = No permission to { $action ->
        [copy] copy to
        [permit] set the permissions of
       *[other] { $action }
    } { $path }. Change its owner or permissions, or choose another folder with --out. The published site is whole. ({ $cause })
publish-io = Cannot { $action ->
        [copy] copy to
        [permit] set the permissions of
       *[other] { $action }
    } { $path }: { $cause }. See to the cause and build again. The published site is whole.
publish-locked = Another build is publishing to { $out }. Wait until it is done. (The lock is { $lock }.)
publish-not-a-folder = { $out } is not a folder. Choose another folder with --out.
publish-dangling-link = { $out } is a symbolic link to nothing. Make the folder it points to, or choose another folder with --out.
publish-unnamed = “{ $out }” cannot be replaced as a whole. Choose a folder with a name of its own as --out.
publish-holds-current = { $out } holds the folder you are in, { $inside }. Choose another folder with --out, or build from elsewhere.
publish-holds-source = { $out } would be replaced, and { $inside } with it. Choose another folder with --out.
publish-inside-source = { $out } lies inside { $holder }, which the next build reads. Choose a folder beside it with --out.
publish-holds-repository = { $out } holds a Git repository (.git), which would be removed. Choose another folder with --out and copy the site from there.
publish-not-ours = { $out } is not empty, and holds no site made by samverka (its manifest.json does not say so). Choose another folder with --out, or empty it.
publish-staging-taken = { $path } is in the way of the folder where the site is built. Move it or remove it.
publish-bad-path = The address “{ $path }” cannot be a file: { $fault ->
        [absolute] it is absolute
        [dots] a part of it is “.” or “..”
        [empty-part] a part of it is empty
        [backslash] it has a backslash
        [nul] it has a NUL character
        [long-part] a part of it is longer than 255 bytes
       *[other] it is not valid
    }. Change it.
publish-collision = “{ $path }” and “{ $taken }” in the site stand in each other's way. Names must differ in more than upper and lower case. Rename one of them.
publish-incomplete = { $out } was left as it is, because not every file of the new site could be written. See to that and build again.
publish-no-manifest = { $out } was left as it is, because the new site has no manifest.json that says which program made it. Write one.
publish-no-exchange = { $out } cannot change places with the new site in one step here. Build with --allow-gap: visitors are then without a site for a moment. If the folder is a mount point: choose a folder inside it as --out. ({ $cause })
publish-not-movable = { $out } cannot be moved (a mount point, or a part of a container image). Choose a folder inside it as --out. ({ $cause })
publish-gap-left = There is no site in { $out }. The old one is whole in { $old }. Build again, or move it back by hand. ({ $cause })
publish-left-behind = The site is published, but { $path } could not be removed. The next build tries again; or remove it by hand. ({ $cause })
publish-not-synced = The site is published, but { $path } could not be forced to the disk (--sync). Build again. ({ $cause })
