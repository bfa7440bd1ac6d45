"""The preview: a site that is made of what is asked for, and shows an edit in every open page.

    watched.py   which files have changed, once an editor is done with them
    framed.py    single Markdown pages in the theme, as MkDocs would make them
    shown.py     one state of the site: the last whole build, and what has changed since
    session.py   what a change asks for; the state that is shown, and what is wrong
    injected.py  the script on its way into a page, and the page's policy
    server.py    requests from this computer, and the channel that tells pages of a change

Nothing of it is in a built site: the server writes its script into a page on the way out.
"""
