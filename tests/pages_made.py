"""Pages that sites of several makes would show a document in: its paragraphs among menus, buttons, notices and footers."""

# ruff: noqa: E501 - pages are written as sites write them

from collections.abc import Callable, Sequence
from html import escape

Paragraphs = Sequence[str]
JUNK = (
    *(
        "Skip to content",
        "Accept all cookies",
        "We use cookies to make this site work and to see how it is used.",
        "Our services",
    ),
    *(
        "Is this page useful?",
        "Related articles",
        "Seven things to know about parks",
        "Sign up to our newsletter",
        "All rights reserved",
    ),
    *(
        "Read more about the harbour",
        "Share on Facebook",
        "网站首页",
        "政务公开",
        "字号：",
        "打印本页",
        "浏览次数",
        "上一篇",
        "主办单位",
        "扫一扫",
    ),
    *(
        "相关文章",
        "全市绿化工作会议召开",
        "市图书馆延长开放时间",
        "无障碍浏览",
        "Jump to navigation",
        "Privacy settings",
        "Edit this page",
    ),
    *(
        "分享到",
        "关闭窗口",
        "Leave a comment",
        "Latest news",
        "Contact the webmaster",
        "Log in",
        "Previous post",
        "Cite this page",
    ),
)
"""Words of the parts that belong to the sites: none of them is the document's."""


def plain(title: str, paragraphs: Paragraphs) -> str:
    """A page that a program exports: nothing but the document."""
    body = "\n".join(f"<p>{escape(each)}</p>" for each in paragraphs)
    return f"<!doctype html><html><head><meta charset=utf-8><title>{escape(title)}</title></head><body>{body}</body></html>"


def ministry(title: str, paragraphs: Paragraphs) -> str:
    """A Chinese government site of an old make: tables for layout, indents and line breaks for paragraphs."""
    body = "<br>\n".join(f"　　{escape(each)}" for each in paragraphs)
    return f"""<HTML><HEAD><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><TITLE>{escape(title)}_市人民政府</TITLE></HEAD>
<BODY><table width=1000 align=center><tr><td><img src="top.jpg"></td></tr>
<tr><td><table width=100%><tr><td><a href="/">网站首页</a></td><td><a href="/a">政务公开</a></td><td><a href="/b">办事服务</a></td>
<td><a href="/c">互动交流</a></td><td><a href="/d">无障碍浏览</a></td></tr></table></td></tr>
<tr><td>您现在的位置：<a href="/">首页</a> &gt; <a href="/a">政务公开</a> &gt; <a href="/e">政府文件</a> &gt; 正文</td></tr>
<tr><td align=center><font size=5><b>{escape(title)}</b></font></td></tr>
<tr><td align=center>来源：市政府办公室&nbsp;&nbsp;发布时间：2020-05-13&nbsp;&nbsp;浏览次数：<span id="hits">1024</span>&nbsp;
【字号：<a href="javascript:z(16)">大</a> <a href="javascript:z(14)">中</a> <a href="javascript:z(12)">小</a>】
<a href="javascript:window.print()">【打印本页】</a> <a href="javascript:window.close()">【关闭窗口】</a></td></tr>
<tr><td id="zoom"><div class="TRS_Editor">{body}</div></td></tr>
<tr><td>上一篇：<a href="1.html">全市绿化工作会议召开</a><br>下一篇：<a href="2.html">市图书馆延长开放时间</a></td></tr>
<tr><td>分享到：<a href="#">微信</a> <a href="#">微博</a></td></tr>
<tr><td align=center>主办单位：市人民政府办公室&nbsp; 承办单位：市信息中心<br>豫ICP备05000001号-1&nbsp;网站标识码：4100000001<br>
扫一扫在手机打开当前页</td></tr></table></BODY></HTML>"""


def portal(title: str, paragraphs: Paragraphs) -> str:
    """A Chinese government site of a newer make: styled paragraphs in a CMS's own elements."""
    body = "\n".join(
        f'<p style="text-indent: 2em; text-align: justify;"><span style="font-size: 16pt;">{escape(each)}</span></p>'
        for each in paragraphs
    )
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(title)} - 政府信息公开</title>
<style>.hide{{display:none}} .nav li{{float:left}}</style><script>var t = "<p>x</p>";</script></head><body>
<div class="header"><div class="logo">市人民政府门户网站</div><div class="top-link"><a href="/wza">无障碍浏览</a><a href="/login">登录</a></div>
<ul class="nav"><li><a href="/">网站首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/fw">政务服务</a></li><li><a href="/hd">政民互动</a></li></ul></div>
<div class="BreadcrumbNav"><a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/zw">政务公开</a>&nbsp;&gt;&nbsp;<a href="/bg">工作报告</a></div>
<div class="content w1200"><h1 class="title">{escape(title)}</h1>
<div class="pages-date"><span>来源：市政府办公室</span><span>发布时间：2021-02-24 10:15</span><span>浏览次数：<b>31</b></span>
<span class="fontsize">字号：<a>大</a> <a>中</a> <a>小</a></span><span><a onclick="print()">打印本页</a></span>
<div class="share">分享到：<a href="w">微信</a><a href="q">QQ</a></div></div>
<div class="pages_content" id="UCAP-CONTENT">{body}</div>
<div class="xgxw"><h3>相关文章</h3><ul><li><a href="a1">全市绿化工作会议召开</a> 2021-02-01</li><li><a href="a2">市图书馆延长开放时间</a> 2021-02-02</li></ul></div>
<div class="ewm"><img src="q.png"><p>扫一扫在手机打开当前页</p></div></div>
<div class="footer"><p>主办单位：市人民政府办公室　联系电话：0374-0000000</p><p>网站标识码：4110000051　豫ICP备05000001号</p></div>
<div class="hide">请使用新版浏览器访问本站。</div></body></html>"""


def policy(title: str, paragraphs: Paragraphs) -> str:
    """An English policy site: cookie bar, side menu, notes outside the article, related articles, forms."""
    marked = [escape(each) for each in paragraphs]
    marked[len(marked) // 2] += '<sup><a href="#fn1" id="ref1">1</a></sup>'
    body = "\n".join(f"<p>{each}</p>" for each in marked)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)} | Harbour Council</title></head><body>
<a class="skip-link" href="#main">Skip to content</a>
<div id="cookie-banner" role="region"><p>We use cookies to make this site work and to see how it is used.</p><button>Accept all cookies</button>
<a href="/cookies">Privacy settings</a></div>
<header><a href="/">Harbour Council</a><nav><ul><li><a href="/s">Our services</a></li><li><a href="/n">Latest news</a></li></ul></nav>
<form role="search"><label>Search</label><input type="search"><button>Go</button></form></header>
<div class="breadcrumbs"><ol><li><a href="/">Home</a></li><li><a href="/p">Policies</a></li></ol></div>
<main id="main"><article><header><h1>{escape(title)}</h1></header>{body}
<div class="share-links"><span>Share:</span> <a href="f">Share on Facebook</a> <a href="x">Share on X</a></div></article>
<section class="footnotes"><h2>Footnotes</h2><ol><li id="fn1"><p>See the minutes of the board of the harbour. <a href="#ref1">↩</a></p></li></ol></section>
<div class="feedback"><h2>Is this page useful?</h2><button>Yes</button><button>No</button></div></main>
<aside><h2>Related articles</h2><ul><li><a href="r1">Seven things to know about parks</a></li><li><a href="r2">Read more about the harbour</a></li></ul></aside>
<section class="signup"><h2>Sign up to our newsletter</h2><form><p>Get the news of the harbour by mail every month.</p><input><button>Sign up</button></form></section>
<footer><ul><li><a href="/c">Contact the webmaster</a></li></ul><p>© 2024 Harbour Council. All rights reserved.</p></footer></body></html>"""


def weblog(title: str, paragraphs: Paragraphs) -> str:
    """A page of a weblog program: widgets beside the text, comments below, cards of other posts."""
    body = "\n".join(f"<p>{escape(each)}</p>" for each in paragraphs)
    cards = "".join(
        f'<article class="card"><h3><a href="{n}">{name}</a></h3><p>A short look at what is new here, and why.</p></article>'
        for n, name in enumerate(("Seven things to know about parks", "Read more about the harbour"))
    )
    return f"""<!doctype html><html lang="en"><head><title>{escape(title)} &#8211; The Harbour</title></head><body class="single post has-sidebar">
<div id="page" class="site"><a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="masthead" class="site-header"><p class="site-title"><a href="/">The Harbour</a></p><nav id="site-navigation"><ul><li><a href="/">Home</a>
<li><a href="/news">Latest news</a></ul></nav></header><div id="content" class="site-content"><main id="primary"><article class="post">
<header class="entry-header"><h1 class="entry-title">{escape(title)}</h1><div class="entry-meta"><a href="/a">Posted on 3 May</a></div></header>
<div class="entry-content">{body}<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="f">Share on Facebook</a></li></ul></div></div>
<footer class="entry-footer">Posted in <a href="/cat">Latest news</a></footer></article>
<nav class="post-navigation"><a href="p" rel="prev">Previous post</a></nav><div class="related">{cards}</div>
<div id="comments"><h2>Leave a comment</h2><form><p>Your email address will not be published by us or anyone.</p><textarea></textarea></form></div></main>
<aside id="secondary" class="widget-area"><section class="widget"><h2>Latest news</h2><ul><li><a href="n">Read more about the harbour</a></ul></section></aside>
</div><footer id="colophon"><div class="site-info">All rights reserved</div></footer></div></body></html>"""


def encyclopedia(title: str, paragraphs: Paragraphs) -> str:
    """A wiki: edit links in headings, a table of contents, references, boxes of links."""
    marked = [escape(each) for each in paragraphs]
    marked[0] += '<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup>'
    body = "\n".join(f"<p>{each}\n</p>" for each in marked)
    return f"""<!DOCTYPE html><html><head><meta charset="UTF-8"/><title>{escape(title)} - Wiki</title></head><body class="mediawiki ltr">
<div id="mw-page-base" class="noprint"></div><div id="content" class="mw-body" role="main"><h1 id="firstHeading">{escape(title)}</h1>
<div id="bodyContent"><div id="siteSub" class="noprint">From the wiki</div><a class="mw-jump-link" href="#mw-head">Jump to navigation</a>
<div id="mw-content-text"><div class="mw-parser-output"><div id="toc" class="toc"><h2>Contents</h2><ul><li><a href="#References">1 References</a></li>
<li><a href="#firstHeading">2 Start</a></li></ul></div>{body}
<h2><span id="References">References</span><span class="mw-editsection">[<a href="e">edit</a>]</span></h2>
<ol class="references"><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> <span>The report of the board, page 12.</span></li></ol>
<div role="navigation" class="navbox"><ul><li><a href="1">Seven things to know about parks</a></li></ul></div></div></div>
<div id="catlinks"><a href="c">Categories</a>: <ul><li><a href="c1">Latest news</a></li></ul></div></div></div>
<div id="mw-navigation"><h2>Navigation menu</h2><ul><li><a href="l">Log in</a></li><li><a href="m">Cite this page</a></li></ul></div>
<footer id="footer" role="contentinfo"><ul><li>This page was last edited on 3 May 2024, at 10:00.</li><li><a href="p">Privacy settings</a></li></ul></footer></body></html>"""


MAKERS: dict[str, Callable[[str, Paragraphs], str]] = {
    each.__name__: each for each in (plain, ministry, portal, policy, weblog, encyclopedia)
}
"""All kinds of pages, by name."""
